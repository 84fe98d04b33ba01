import type { Random } from './random.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const REGIONS = ['350502', '350583', '350181', '110105', '440524', '361022', '650102']

/** A made-up identity number with a real region, an existing birthday and a right check digit. */
export function residentId(random: Random): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const born = `${1950 + random.below(70)}${two(1 + random.below(12))}${two(1 + random.below(28))}`
  const head = `${random.pick(REGIONS)}${born}${random.digits(3)}`
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(head[index]), 0)
  return head + '10X98765432'[sum % 11]
}

/** A made-up card number that passes Luhn. */
export function cardNumber(random: Random, head: string, length: number): string {
  const body = head + random.digits(length - head.length - 1)
  for (let digit = 0; digit < 10; digit += 1) {
    const number = body + digit
    let sum = 0
    for (let index = 0; index < number.length; index += 1) {
      const value = Number(number[number.length - 1 - index])
      sum += index % 2 === 0 ? value : value > 4 ? value * 2 - 9 : value * 2
    }
    if (sum % 10 === 0) return number
  }
  return body
}

export function mobile(random: Random): string {
  return `1${random.pick(['38', '39', '59', '77', '88', '99', '36'])}${random.digits(8)}`
}

const FAMILY = ['王', '李', '张', '刘', '陈', '杨', '黄', '吴', '林', '庄', '蔡', '许', '郑', '洪', '欧阳']
const GIVEN = ['伟', '芳', '志强', '小明', '雅婷', '建国', '思源', '梓涵', '丽娟', '嘉豪', '文杰', '淑华']

export function personName(random: Random): string {
  return random.pick(FAMILY) + random.pick(GIVEN)
}
