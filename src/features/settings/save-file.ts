/** Hands a file to the browser, which keeps it where the person keeps downloads. */
export function saveFile(name: string, content: Uint8Array | string, type: string): void {
  const address = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by the time that the next task runs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
