import { contextBridge, ipcRenderer } from 'electron'

// Sandboxed preloads cannot load other files, so the channel's name stands here again.
const CHANNEL = 'starbeat'

contextBridge.exposeInMainWorld('starbeat', {
  post: (message: unknown) => ipcRenderer.send(CHANNEL, message),
  onMessage(listener: (message: unknown) => void) {
    const receive = (_event: unknown, message: unknown) => listener(message)
    ipcRenderer.on(CHANNEL, receive)
    return () => void ipcRenderer.off(CHANNEL, receive)
  },
})
