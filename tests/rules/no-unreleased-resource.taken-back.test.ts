import rule from "../../src/rules/no-unreleased-resource.ts";
import { describeRule } from "../support/rule-tester.ts";

describeRule("no-unreleased-resource of a target that one function keeps and another takes back", rule, ({ valid, invalid }) => {
  invalid("kept in a variable around both", `
    export function control() {
      let current;
      function onPlay() {} function onPause() {} function onSeek() {}
      function bind(player) {
        current = player;
        player.on("play", onPlay);
        player.on("pause", onPause);
        player.on("seek", onSeek); // error: listenerStays "stays on"
      }
      function release() {
        current.off("play", onPlay);
        current.off("pause", onPause);
        current = undefined;
      }
      return { bind, release };
    }
  `);
  invalid("targets that are handed to an object with the verbs, one beside an event that another file names", `
    import Events from "./events";
    import { PlayerEvent } from "./player-event";
    export function control() {
      let current;
      function onPlay() {} function onPause() {} function onSkip() {} function onSeek() {}
      function bind(player) {
        if (player !== current) {
          release();
          current = player;
        }
        Events.on(player, "play", onPlay);
        Events.on(player, "pause", onPause);
        Events.on(player, PlayerEvent.Skip, onSkip);
        Events.on(player, "seek", onSeek); // error: listenerStays "stays on"
      }
      function release() {
        const player = current;
        if (!player) return;
        Events.off(player, "play", onPlay);
        Events.off(player, "pause", onPause);
        Events.off(player, PlayerEvent.Skip, onSkip);
        current = null;
      }
      return { bind, release };
    }
  `);
  valid("all are taken back", `
    export function control() {
      let current;
      function onPlay() {} function onPause() {} function onSeek() {}
      function bind(player) {
        current = player;
        player.on("play", onPlay);
        player.on("pause", onPause);
        player.on("seek", onSeek);
      }
      function release() {
        const player = current;
        player.off("play", onPlay);
        player.off("pause", onPause);
        player.off("seek", onSeek);
      }
      return { bind, release };
    }
  `, { confidence: "likely" });
  valid("another object is kept there", `
    export function control() {
      let current;
      function onPlay() {} function onPause() {} function onSeek() {}
      function bind(player, other) {
        current = other;
        player.on("play", onPlay);
        player.on("pause", onPause);
        player.on("seek", onSeek);
      }
      function release() {
        current.off("play", onPlay);
        current.off("pause", onPause);
      }
      return { bind, release };
    }
  `, { confidence: "likely" });
  valid("nobody knows for which event a removal is", `
    import Events from "./events";
    export function control(name) {
      let current;
      function onPlay() {} function onPause() {} function onSeek() {}
      function bind(player) {
        current = player;
        Events.on(player, "play", onPlay);
        Events.on(player, "pause", onPause);
        Events.on(player, "seek", onSeek);
      }
      function release() {
        Events.off(current, "play", onPlay);
        Events.off(current, "pause", onPause);
        Events.off(current, name, onSeek);
      }
      return { bind, release };
    }
  `, { confidence: "likely" });
});
