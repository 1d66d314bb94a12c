import styles from './loading.module.css'

/** Tells that something is being read; appears only when it takes long enough to be noticed. */
export function Loading({ label = 'Loading…' }: { readonly label?: string }) {
  return (
    <p className={styles.loading} role="status">
      {label}
    </p>
  )
}
