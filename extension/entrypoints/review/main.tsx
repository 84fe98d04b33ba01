import { render } from 'preact'
import { followHouse } from '../../platform/house.ts'
import { ReviewPage } from '../../review/review-page.tsx'
import '../../review/review.css'

await followHouse()
render(<ReviewPage />, document.getElementById('root')!)
