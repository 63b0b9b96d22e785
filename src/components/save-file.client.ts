/** Hands a text to the browser as a file to save. */
export const saveFile = (name: string, text: string, type: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Browsers that ask where to save read the file later; none needs it after a minute.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
};
