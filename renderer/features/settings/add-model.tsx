import FilePlus from 'lucide-react/icons/file-plus'
import { FileTrigger } from 'react-aria-components'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import styles from './add-model.module.css'
import { useAddModel } from './add-model-provider.tsx'

/** Takes a model file: button, progress with cancel, and the refusal in plain words. */
export function AddModel() {
  const { step, add, cancel } = useAddModel()
  if (step.state === 'sending') {
    return <ProgressBar label={`Copying ${step.fileName}`} value={step.progress} onCancel={cancel} />
  }
  if (step.state === 'checking') {
    return <ProgressBar label={`Checking that the engine loads ${step.fileName}`} value={null} onCancel={cancel} />
  }
  return (
    <div className={styles.root}>
      {step.state === 'refused' && (
        <div role="alert" className={styles.refused}>
          <strong>{step.error.title}</strong>
          <span>
            {step.fileName}: {step.error.detail}
          </span>
        </div>
      )}
      {step.state === 'added' && (
        <p role="status" className={styles.added}>
          {step.fileName} was added and is now in use.
        </p>
      )}
      <FileTrigger
        acceptedFileTypes={['.bin']}
        aria-label="Speech model file"
        onSelect={(files) => files?.[0] && void add(files[0])}
      >
        <Button icon={<FilePlus />}>Add a model file…</Button>
      </FileTrigger>
    </div>
  )
}
