/** Style sheets are bundled as text. */
declare module '*.css' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: bundlers give the text this name
  export default text;
}

/** And so are scripts for browsers. */
declare module '*.script.js' {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: bundlers give the text this name
  export default text;
}
