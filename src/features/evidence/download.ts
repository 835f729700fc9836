/** Hands bytes over to the browser's own downloads, under this name. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  // Inside a dialog that is open nothing outside of it can be pressed, by a script either.
  (document.querySelector('dialog:modal') ?? document.body).append(link);
  link.click();
  link.remove();
  // The browser reads from the address until the last byte is saved; a minute is enough for it to take hold of the file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
