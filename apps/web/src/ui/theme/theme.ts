import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Mantine in the office's colours; the values themselves stand in tokens.css. */
export const theme = createTheme({
  primaryColor: 'office',
  primaryShade: { light: 7, dark: 4 },
  colors: {
    office: [
      '#eef6f1',
      '#dcebe3',
      '#b9d8c8',
      '#93c4ab',
      '#6fc3a2',
      '#4a9578',
      '#2f765c',
      '#1f5f4a',
      '#174a3a',
      '#0f352a',
    ],
  },
  autoContrast: true,
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  headings: { fontFamily: 'var(--sans)', fontWeight: '700' },
  components: {
    // A dialog's own head is no banner of the page.
    Modal: { defaultProps: { attributes: { header: { role: 'none' } } } },
    // It grows with what is typed.
    Textarea: { defaultProps: { autosize: true, minRows: 2 } },
    // An open list or menu lies within a landmark, and holds nothing but its choices.
    Combobox: { defaultProps: { portalProps: { target: '#open-lists' }, zIndex: 400 } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, portalProps: { target: '#open-lists' } } },
  },
  defaultRadius: 8,
  cursorType: 'pointer',
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: office(),
  dark: office(),
});

function office() {
  return {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-error': 'var(--stamp)',
    '--mantine-color-anchor': 'var(--link)',
  };
}
