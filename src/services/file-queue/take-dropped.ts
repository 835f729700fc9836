/** What a drop holds, before anything of it is read. */
export type TakenDrop = { readonly entries: readonly FileSystemEntry[]; readonly files: readonly File[] };

/** The browser lets go of the drop as soon as its event is over: call this within it. */
export function takeDropped(transfer: DataTransfer): TakenDrop {
  const entries = [...transfer.items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  return { entries, files: [...transfer.files] };
}
