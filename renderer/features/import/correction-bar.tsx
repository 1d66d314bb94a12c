import Redo from 'lucide-react/icons/redo-2'
import Undo from 'lucide-react/icons/undo-2'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { plural } from '../shared/format.ts'
import styles from './correction-bar.module.css'
import { useReviewModel } from './review-context.ts'

/** How many corrections there are, and the ways back. */
export function CorrectionBar() {
  const { corrections, preview, undo, redo, discard } = useReviewModel()
  const { corrections: all, canUndo, canRedo } = corrections
  const remembered = preview.corrections.filter((correction) => all.includes(correction)).length
  const own = all.length - remembered
  const words = [
    own > 0 && plural(own, 'correction'),
    remembered > 0 &&
      (own > 0 ? `${remembered} from the last import` : `${plural(remembered, 'correction')} from the last import`),
  ].filter(Boolean)
  return (
    <div className={styles.bar}>
      <span role="status" className="figures">
        {words.join(' + ')}
      </span>
      {(canUndo || canRedo) && (
        <>
          <IconButton label="Undo" keys="Mod+z" size="sm" isDisabled={!canUndo} onPress={undo}>
            <Undo />
          </IconButton>
          <IconButton label="Redo" keys="Mod+Shift+z" size="sm" isDisabled={!canRedo} onPress={redo}>
            <Redo />
          </IconButton>
        </>
      )}
      {all.length > 0 && (
        <Button variant="quiet" size="sm" onPress={discard}>
          Discard all
        </Button>
      )}
    </div>
  )
}
