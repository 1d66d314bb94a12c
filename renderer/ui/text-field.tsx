import type { Ref } from 'react'
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  FieldError,
  Input,
  Label,
  Text,
} from 'react-aria-components'
import { cx } from './cx.ts'
import styles from './field.module.css'

interface Shared extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> {
  readonly label: string
  /** Keeps the label for screen readers and hides it from view. */
  readonly hideLabel?: boolean
  readonly description?: string
  readonly error?: string
  readonly placeholder?: string
}

export interface TextFieldProps extends Shared {
  readonly inputRef?: Ref<HTMLInputElement>
  /** Which way the text runs; `auto` follows its first letter. */
  readonly dir?: 'auto'
}

export interface TextAreaProps extends Shared {
  readonly rows?: number
  readonly inputRef?: Ref<HTMLTextAreaElement>
}

function Field({
  label,
  hideLabel,
  description,
  error,
  control,
  ...rest
}: Omit<Shared, 'placeholder'> & { readonly control: React.ReactNode }) {
  return (
    <AriaTextField
      {...rest}
      {...(hideLabel ? { 'aria-label': label } : {})}
      isInvalid={Boolean(error)}
      className={cx(styles.field)}
    >
      {!hideLabel && <Label className={cx(styles.label)}>{label}</Label>}
      {control}
      {description && !error && (
        <Text slot="description" className={cx(styles.description)}>
          {description}
        </Text>
      )}
      <FieldError className={cx(styles.error)}>{error}</FieldError>
    </AriaTextField>
  )
}

const placeholderOf = (placeholder: string | undefined) => (placeholder === undefined ? {} : { placeholder })

/** One line of text with its label. */
export function TextField({ placeholder, inputRef, dir, ...rest }: TextFieldProps) {
  const control = (
    <Input ref={inputRef ?? null} dir={dir} className={cx(styles.input)} {...placeholderOf(placeholder)} />
  )
  return <Field {...rest} control={control} />
}

/** Several lines of text with their label. */
export function TextArea({ placeholder, rows = 4, inputRef, ...rest }: TextAreaProps) {
  const className = cx(styles.input, styles.area)
  const control = (
    <AriaTextArea ref={inputRef ?? null} rows={rows} className={className} {...placeholderOf(placeholder)} />
  )
  return <Field {...rest} control={control} />
}
