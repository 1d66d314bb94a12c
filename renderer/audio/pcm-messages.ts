/** What the page asks of the worklet: stop for a while, go on, stop for good. */
export type ToWorklet = 'hold' | 'go' | 'end'

/** What the worklet posts; after `ended` nothing follows. */
export type FromWorklet =
  | { readonly kind: 'block'; readonly samples: Float32Array<ArrayBuffer> }
  | { readonly kind: 'ended' }
