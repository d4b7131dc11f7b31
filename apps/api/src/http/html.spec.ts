import { html } from './html';

describe('a piece of a page', () => {
  it('escapes whatever is no markup, in text and in attributes', () => {
    const hostile = `"><script>alert('&')</script>`;
    expect(html`<p title="${hostile}">${hostile}</p>`.text).toBe(
      '<p title="&#34;&#62;&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;">' +
        '&#34;&#62;&#60;script&#62;alert(&#39;&#38;&#39;)&#60;/script&#62;</p>',
    );
  });

  it('takes other pieces as they are, and leaves out what is not there', () => {
    const lines = ['क', '<'].map((each) => html`<li>${each}</li>`);
    expect(
      html`<ul>
        ${lines}${null}${3}
      </ul>`.text.replace(/\n {2,}/g, ''),
    ).toBe('<ul><li>क</li>\n<li>&#60;</li>3</ul>');
  });
});
