import { render } from 'preact'
import { Options } from '../../options/options.tsx'
import { followHouse } from '../../platform/house.ts'
import '../../options/options.css'

await followHouse()
render(<Options />, document.getElementById('root')!)
