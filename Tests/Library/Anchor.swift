// What stands here beside this file is made by the plugin from `spec.yaml`, a spec of three resources that has nothing to do
// with users. A target without a hand-written file would be dropped.
