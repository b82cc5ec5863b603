import { AppError } from '@shared/errors'
import { useEffect, useState } from 'react'
import { pathsOf } from '../../app/api'
import { useGo } from '../../app/navigation'
import { showError } from '../../app/toasts'
import { isPaper, readingPath } from '../old-papers/model/files'
import classes from './FileDrop.module.css'
import { baseName, isImportable } from './model/files'

/** A file dropped anywhere on the window is read as an import; papers and folders of them go to their own. */
export function FileDrop() {
  const go = useGo()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return
      // Without it the window would try to open the file itself.
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setOver(false)
      const hasFolder = [...(event.dataTransfer?.items ?? [])].some((item) => item.webkitGetAsEntry()?.isDirectory)
      const files = pathsOf([...(event.dataTransfer?.files ?? [])])
      const [file] = files
      if (file === undefined) return
      if (hasFolder || files.every(isPaper)) go(readingPath(files))
      else if (files.length > 1) {
        showError(
          new AppError(
            'invalid-input',
            'Из Excel загружают по одному файлу за раз, а документы Word — сколько угодно. Перетащите их отдельно.',
          ),
        )
      } else if (!isImportable(file)) {
        showError(
          new AppError(
            'invalid-input',
            `Файл «${baseName(file)}» загрузить нельзя: нужна книга Excel (.xlsx, .xls, .csv) или документ Word (.docx, .doc, .txt).`,
          ),
        )
      } else go(`/imports/new?file=${encodeURIComponent(file)}`)
    }
    window.addEventListener('dragover', onOver)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [go])
  return isOver ? <div className={classes.dropping}>Отпустите файл, чтобы загрузить его</div> : null
}
