/** A drawing pin, named where nothing beside it says what it means. */
export function Pin({ label }: { label?: string }) {
  return (
    <svg
      width="12"
      height="12"
      viewBox="0 0 12 12"
      fill="currentColor"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path d="M4 1h4v1l-.6.4.4 2.4L9.5 6.5V7.5h-3L6 11.5 5.5 7.5h-3v-1l1.7-1.7.4-2.4L4 2z" />
    </svg>
  );
}
