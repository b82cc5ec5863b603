/** Templates of papers made in Word by the person, letters and certificates made from them. */
export const mailings = /* sql */ `
`
