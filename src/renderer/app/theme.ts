import { type CSSVariablesResolver, createTheme } from '@mantine/core'

/**
 * Calm and dense: 14 px base, one accent. Mantine's default shades fail AA contrast (blue.6 under white text is 3.55,
 * gray.6 on white 3.3), so the filled, dimmed and error colours are darker here.
 */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  fontFamily: '"Segoe UI", "Noto Sans", "PT Sans", "Liberation Sans", system-ui, sans-serif',
  // Offices' fonts have no weight of their own between regular and bold: labels and buttons stay regular.
  fontWeights: { regular: '400', medium: '500', bold: '700' },
  fontSizes: { xs: '13px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.5', xl: '1.5' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '1.3' },
      h2: { fontSize: '18px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.35' },
      h4: { fontSize: '15px', lineHeight: '1.35' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Below the field, so that neighbours in a row stand level whether they have a description or not.
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    // A frame in the colour instead of a bright ground; Mantine's coloured title is too light for AA.
    Alert: {
      defaultProps: { variant: 'outline' },
      styles: { title: { color: 'var(--mantine-color-text)' } },
    },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, zIndex: 500 } },
    Popover: { defaultProps: { transitionProps: { duration: 100 } } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, shadow: 'md' } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
    CloseButton: { defaultProps: { 'aria-label': 'Закрыть' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Закрыть сообщение' } } },
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#495057',
    '--mantine-color-placeholder': '#6b737c',
    '--mantine-color-error': '#c92a2a',
    '--mantine-color-anchor': '#1864ab',
    // Mantine's own is too dark under its coloured text for AA.
    '--mantine-color-blue-light-hover': '#d0ebff',
    '--grid-head': '#f1f3f5',
    '--grid-line': '#e9ecef',
    '--frame-side': '#f8f9fa',
    '--tone-danger': '#c92a2a',
    '--tone-warning': '#a34700',
    '--tone-good': '#2b7a3d',
  },
  dark: {
    '--mantine-color-dimmed': '#a6a7ab',
    '--mantine-color-placeholder': '#909296',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': '#74c0fc',
    '--grid-head': '#2b2b2b',
    '--grid-line': '#363636',
    '--frame-side': '#1f1f1f',
    '--tone-danger': '#ff8787',
    '--tone-warning': '#ffc078',
    '--tone-good': '#8ce99a',
  },
})
