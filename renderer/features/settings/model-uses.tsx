import type { ModelInfo } from '#contract/models'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import styles from './models.module.css'
import { useModelActions } from './use-models.ts'

const OFF = 'off'

/** What the chosen models do beyond hearing: a second pass, and the names of the story. */
export function ModelUses({ models }: { readonly models: readonly ModelInfo[] }) {
  const { setSecondPass, setPrimed } = useModelActions()
  const others = models.filter(({ active }) => !active)
  const second = models.find(({ secondPass }) => secondPass)
  const items = [{ id: OFF, label: 'Off' }, ...others.map(({ id, name }) => ({ id, label: name }))]
  return (
    <div className={styles.uses}>
      {others.length > 0 && (
        <div className={styles.use}>
          <Select
            label="Hear every answer once more with"
            items={items}
            value={second?.id ?? OFF}
            onChange={(id) => setSecondPass(id === OFF ? null : id)}
          />
          <p className={styles.hint}>
            A larger model goes over the answer in the background and replaces what was heard. What you corrected by
            hand stays.
          </p>
        </div>
      )}
      {models
        .filter(({ active, secondPass }) => active || secondPass)
        .map(({ id, name, primed }) => (
          <div key={id} className={styles.use}>
            <Switch isSelected={primed} onChange={(isOn) => setPrimed(id, isOn)}>
              {`Give ${name} the names of the story before it listens`}
            </Switch>
          </div>
        ))}
      <p className={styles.hint}>
        With the names in mind, a Whisper model spells them right more often. Models that were never trained with such
        words get worse by it; for them it is off at first.
      </p>
    </div>
  )
}
