import Star from 'lucide-react/icons/star'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './favourite-button.module.css'
import { useSetFavourite } from './use-history.ts'

export interface FavouriteButtonProps {
  readonly attemptId: string
  readonly favourite: boolean
  /** Which attempt it is about, for its name. */
  readonly of: string
  readonly keys?: string
}

/** The star of an attempt: favourites are never cleaned up. */
export function FavouriteButton({ attemptId, favourite, of, keys }: FavouriteButtonProps) {
  const set = useSetFavourite()
  return (
    <span className={favourite ? styles.on : styles.off}>
      <IconButton
        label={favourite ? `No longer a favourite: ${of}` : `Make a favourite of ${of}`}
        size="sm"
        {...(keys ? { keys } : {})}
        onPress={() => set(attemptId, !favourite)}
      >
        <Star />
      </IconButton>
    </span>
  )
}
