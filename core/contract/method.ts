import { z } from 'zod'

/** One thing the UI can ask: the shapes of what goes in and what comes out. */
export interface Method<P extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> {
  readonly params: P
  readonly result: R
}

type Shape = Record<string, z.ZodType>

/** Pairs the parameters with the result; a method without a result answers null. */
export function method<P extends Shape, R extends z.ZodType = z.ZodNull>(
  params: P,
  result?: R,
): Method<z.ZodObject<P>, R> {
  return { params: z.strictObject(params) as unknown as z.ZodObject<P>, result: (result ?? z.null()) as R }
}

/** Bytes cross the contract as they are; how they travel is the codec's business. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes expected')

export const Id = z.string().min(1).max(64)
