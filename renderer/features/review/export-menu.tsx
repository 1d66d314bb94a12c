import Download from 'lucide-react/icons/download'
import { useState } from 'react'
import type { ReportFormat } from '#contract/exports'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { useShortcuts } from '../shared/shortcuts/use-shortcuts.tsx'
import { EXPORT_SHORTCUTS } from './shortcuts.ts'
import { type ExportRequest, useExport } from './use-export.ts'

export type ExportMenuProps =
  | { readonly attemptId: string; readonly hasTranscript: boolean; readonly hasSound: boolean }
  | { readonly sessionId: string }

const REPORT_FORMATS: readonly (readonly [ReportFormat, string])[] = [
  ['pdf', 'PDF'],
  ['html', 'web page (HTML)'],
  ['markdown', 'Markdown'],
]

const TRANSCRIPT_FORMATS = [
  ['txt', 'text'],
  ['srt', 'SRT subtitles'],
  ['vtt', 'WebVTT subtitles'],
  ['json', 'JSON, with times'],
] as const

/** Saves the report of an attempt, or the scorecard of an interview, as a file; `e` opens it. */
export function ExportMenu(props: ExportMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const save = useExport()
  useShortcuts(EXPORT_SHORTCUTS, { export: () => setOpen(true) })
  const item = (label: string, request: ExportRequest, isDisabled = false) => (
    <MenuItem key={label} isDisabled={isDisabled} onAction={() => void save(request)}>
      {label}
    </MenuItem>
  )
  return (
    <Menu
      label="Export"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<Download />} keys="e">
          Export
        </Button>
      }
    >
      {'sessionId' in props
        ? REPORT_FORMATS.map(([format, name]) =>
            item(`Scorecard as ${name}`, { what: 'scorecard', sessionId: props.sessionId, format }),
          )
        : [
            ...REPORT_FORMATS.map(([format, name]) =>
              item(`Report as ${name}`, { what: 'report', attemptId: props.attemptId, format }),
            ),
            <MenuSeparator key="before the transcript" />,
            ...TRANSCRIPT_FORMATS.map(([format, name]) =>
              item(
                `Transcript as ${name}`,
                { what: 'transcript', attemptId: props.attemptId, format },
                !props.hasTranscript,
              ),
            ),
            <MenuSeparator key="before the sound" />,
            item('Sound as WAV', { what: 'audio', attemptId: props.attemptId }, !props.hasSound),
            item('All attempts as a table (CSV)', { what: 'history' }),
          ]}
    </Menu>
  )
}
