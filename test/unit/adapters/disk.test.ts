import { expect, it } from 'vitest'
import { asDiskError } from '../../../electron/adapters/disk.ts'

it.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'data-folder-unusable'],
  ['EACCES', 'data-folder-unusable'],
  ['EPERM', 'data-folder-unusable'],
  ['EIO', 'EIO'],
])('says what a disk means by %s', async (code, known) => {
  const cause = Object.assign(new Error(code), { code })
  await expect(asDiskError(Promise.reject(cause))).rejects.toMatchObject({ code: known })
})
