// What stands here beside this file is made by the plugin from `spec.yaml`, a spec with every word of the language: that
// it compiles is the test. A target without a hand-written file would be dropped.
