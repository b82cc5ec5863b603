/** True in development and the test package, false in release builds; a constant, so that what it guards is compiled out. */
declare const __DEV_SEAMS__: boolean
