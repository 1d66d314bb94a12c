import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { ChooseFiles } from './choose-files.tsx'
import styles from './import-start.module.css'
import { usePendingImports } from './pending-imports.tsx'

/** The first page of an import: files or pasted text. */
export function ImportStart() {
  const [text, setText] = useState('')
  const { addText } = usePendingImports()
  const [, navigate] = useLocation()
  useShortcuts(SHORTCUTS, { back: () => navigate('/library') })
  return (
    <Screen title="Import" trail={<a href="#/library">Library</a>}>
      <div className={styles.scroll}>
        <div className={styles.page}>
          <section className={styles.block} aria-labelledby="import-files">
            <h2 id="import-files">From files</h2>
            <p className={styles.text}>
              Markdown or plain text, up to 10 MB each, in whatever form you keep your stories. You can also drop them
              anywhere on this window.
            </p>
            <ChooseFiles variant="primary" />
          </section>
          <section className={styles.block} aria-label="From pasted text">
            <TextArea
              label="From pasted text"
              rows={10}
              placeholder={'## A story\n\nSituation: …\nTask: …\nAction: …\nResult: …'}
              value={text}
              onChange={setText}
            />
            <div className={styles.end}>
              <Button isDisabled={!text.trim()} onPress={() => addText(text)}>
                Preview
              </Button>
            </div>
          </section>
          <p className={styles.text}>
            Starbeat first shows what it understood. Nothing is stored until you accept it, and your document itself is
            never changed.
          </p>
        </div>
      </div>
    </Screen>
  )
}
