import { AppError } from '#domain/errors'
import type { DocumentConverter } from '../services/ports.ts'

/** Reads Word documents with mammoth, which is loaded when the first one comes. */
export const createDocumentConverter = (): DocumentConverter => ({
  async wordToHtml(bytes) {
    const { default: mammoth } = await import('mammoth')
    try {
      const { value } = await mammoth.convertToHtml(
        { buffer: Buffer.from(bytes) },
        { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
      )
      return new TextEncoder().encode(value)
    } catch (cause) {
      throw new AppError('not-text', { cause })
    }
  },
})
