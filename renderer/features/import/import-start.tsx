import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { Screen } from '../shared/screen.tsx'
import { SHORTCUTS } from '../shared/shortcuts/shortcuts.ts'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { ChooseFiles, ChooseFolder } from './choose-files.tsx'
import styles from './import-start.module.css'
import { usePendingImports } from './pending-imports.tsx'

/** The first page of an import: files, folders or pasted text. */
export function ImportStart() {
  const { addText, draft: text, setDraft: setText } = usePendingImports()
  const [, navigate] = useLocation()
  useShortcuts(SHORTCUTS, { back: () => navigate('/library') })
  return (
    <Screen title="Import" trail={<a href="#/library">Library</a>}>
      <div className={styles.scroll}>
        <div className={styles.page}>
          <section className={styles.block} aria-labelledby="import-files">
            <h2 id="import-files">From files or a folder</h2>
            <p className={styles.text}>
              Your stories in whatever form you keep them, up to 10 MB a document. You can also drop files or folders
              anywhere on this window.
            </p>
            <div className={styles.buttons}>
              <ChooseFiles variant="primary" />
              <ChooseFolder />
            </div>
            <dl className={styles.formats}>
              <dt>Markdown and text</dt>
              <dd>.md, .markdown, .txt</dd>
              <dt>Org mode</dt>
              <dd>.org</dd>
              <dt>Tables</dt>
              <dd>.csv</dd>
              <dt>Web pages</dt>
              <dd>.html</dd>
              <dt>Word</dt>
              <dd>.docx</dd>
            </dl>
          </section>
          <section className={styles.block} aria-label="From pasted text">
            <TextArea
              label="From pasted text"
              rows={7}
              placeholder={'## A story\n\nSituation: …\nTask: …\nAction: …\nResult: …'}
              value={text}
              onChange={setText}
            />
            <div className={styles.end}>
              <span className={styles.hint}>
                <Kbd keys="Mod+v" /> anywhere on this page works, too
              </span>
              <Button isDisabled={!text.trim()} onPress={() => addText('Pasted text.md', text, text)}>
                Preview
              </Button>
            </div>
          </section>
          <p className={styles.text}>
            Starbeat first shows what it understood, and you can set it right. Nothing is stored until you accept it,
            and your document itself is never changed.
          </p>
        </div>
      </div>
    </Screen>
  )
}
