// What stands here beside this file is made by the plugin from `spec.yaml`, the contract that follows the library's. A target
// without a hand-written file would be dropped.
