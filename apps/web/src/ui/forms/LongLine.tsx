import { Textarea, type TextareaProps } from '@mantine/core';

const BREAKS = /[\n\v\f\r\u0085\u2028\u2029]+/g;

interface LongLineProps extends Omit<TextareaProps, 'onChange'> {
  onChange: (text: string) => void;
}

/** One line that may be long, such as a subject: shown in as many as it takes. A line break typed or pasted is a space. */
export function LongLine({ onChange, ...props }: LongLineProps) {
  return (
    <Textarea minRows={1} {...props} onChange={(event) => onChange(event.currentTarget.value.replace(BREAKS, ' '))} />
  );
}
