/** Reading and writing JSON in the emulator. */
package dev.linkspan.emulator.json;
