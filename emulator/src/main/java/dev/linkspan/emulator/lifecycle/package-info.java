/**
 * The emulated world: projects, services and endpoints that change their status as time goes by.
 *
 * <p>Nothing here runs by itself. A status is worked out from the time at which it is asked for, so a clock that a test
 * holds moves everything, and ten thousand services cost nothing while nobody looks.
 */
package dev.linkspan.emulator.lifecycle;
