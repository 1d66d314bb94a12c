/** Prints pages. */
export interface PdfPrinter {
  /** A page that needs nothing else, as PDF. Throws `pdf-unavailable`, and the signal's reason when it is aborted. */
  print(html: string, signal: AbortSignal): Promise<Uint8Array>
}
