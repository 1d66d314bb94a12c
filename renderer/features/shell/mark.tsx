import styles from './rail.module.css'

/** The sign of Starbeat: four beats in the colours of a story. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" className={styles.mark} role="img" aria-label="Starbeat">
      <path d="M7 13v6" stroke="var(--part-s-solid)" />
      <path d="M13 8.5v15" stroke="var(--part-t-solid)" />
      <path d="M19 11v10" stroke="var(--part-a-solid)" />
      <path d="M25 13.5v5" stroke="var(--part-r-solid)" />
    </svg>
  )
}
