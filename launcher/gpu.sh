# Part of launcher/blockspin, for the commands that may need TensorFlow: decides whether it gets the library for the GPU,
# and fetches what that needs. Whatever is missing, one line says so, and the CPU is used. See docs/gpu.md.
# shellcheck shell=sh disable=SC2154

gpu_feature=tensorflow-core-platform-gpu
cuda_feature=cuda-redist

# What TensorFlow opens before it takes a GPU: where one of them is missing, it uses the CPU.
cuda_libraries="libcudart.so.12 libcublas.so.12 libcublasLt.so.12 libcufft.so.11 libcusolver.so.11 libcusparse.so.12 \
libcudnn.so.9"

# These, and what they open in turn; the jar holds more that nobody needs here.
cuda_unpacked='**/libcudart.*,**/libcublas*,**/libcufft.*,**/libcusolver.*,**/libcusparse.*,**/libcudnn*,**/libcupti.*,'\
'**/libnvJitLink.*,**/libnvrtc*'

# Chooses the natives and the environment that TensorFlow reads. Leaves in no_gpu why no GPU is to be expected, and in
# driver whether a driver is there.
choose_device() {
    features=${BLOCKSPIN_FEATURES:-core,tensorflow-cpu}
    wanted=${BLOCKSPIN_GPU:-auto}
    if named "$gpu_feature"; then
        wanted=yes
    elif [ -n "${BLOCKSPIN_FEATURES:-}" ]; then
        no_gpu="BLOCKSPIN_FEATURES does not name $gpu_feature"
        return
    fi
    case $wanted in
        no) no_gpu="BLOCKSPIN_GPU=no" ;;
        auto | yes) look ;;
        *) fail "BLOCKSPIN_GPU=$wanted: expected auto, yes or no" ;;
    esac
}

named() {
    case ",$features," in
        *",$1,"*) ;;
        *) false ;;
    esac
}

look() {
    if ! is_platform; then
        no_gpu="TensorFlow has no library for the GPU of this platform, only for Linux on x86_64"
        if [ "$wanted" = yes ]; then use_cpu; fi
    elif has_driver; then
        driver=true
        find_cuda
        if [ "$wanted" = auto ] && [ -n "$no_gpu" ]; then use_cpu; else use_gpu; fi
    else
        no_gpu="no NVIDIA driver is found"
        if [ "$wanted" = yes ]; then
            find_cuda
            use_gpu
        fi
    fi
}

is_platform() {
    [ "$(uname -s)-$(uname -m)" = Linux-x86_64 ]
}

has_driver() {
    if [ -n "${BLOCKSPIN_NVIDIA_DRIVER:-}" ]; then
        [ -r "$BLOCKSPIN_NVIDIA_DRIVER" ]
    else
        # Windows' Linux has the tool, and nothing in /proc.
        [ -r /proc/driver/nvidia/version ] || nvidia-smi -L 2>/dev/null | grep -q '^GPU '
    fi
}

# CUDA and cuDNN of the system, or else what was fetched or is asked for.
find_cuda() {
    missing=$(missing_library)
    if [ -z "$missing" ]; then return; fi
    read_feature "$cuda_feature"
    cuda=$target/cuda-$version
    if [ ! -d "$cuda" ] && { [ "${BLOCKSPIN_CUDA:-}" = redist ] || named "$cuda_feature"; }; then
        fetch "CUDA 12 and cuDNN 9 (2.0 GB, unpacked 2.3 GB, once)" "$cuda" "$(library_path)" \
            dependency:unpack "-Dmdep.unpack.includes=$cuda_unpacked" -Dmdep.overWriteReleases=true ||
            : "${no_gpu:=CUDA 12 and cuDNN 9 cannot be fetched (see $fetch_log)}"
    fi
    if [ -d "$cuda" ]; then
        export LD_LIBRARY_PATH="$cuda${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
    else
        : "${no_gpu:=$missing of CUDA 12 and cuDNN 9 is not found (BLOCKSPIN_CUDA=redist fetches them, 2 GB)}"
    fi
}

# The first of the libraries that the dynamic linker does not know; nothing where it cannot be asked.
missing_library() {
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null) || return 0
    for library in $cuda_libraries; do
        case $known in
            *"$library "*) ;;
            *) is_on_library_path "$library" || { echo "$library"; return; } ;;
        esac
    done
}

is_on_library_path() (
    IFS=:
    for folder in ${LD_LIBRARY_PATH:-}; do
        if [ -e "$folder/$1" ]; then exit 0; fi
    done
    exit 1
)

use_gpu() {
    read_feature "$gpu_feature"
    jar=$(echo "$group" | tr . /)/$artifact/$version/$artifact-$version-$classifier.jar
    if ! fetch "TensorFlow's library for the GPU (526 MB, once)" "$target/repository/$jar" "${jar##*/}" dependency:copy; then
        no_gpu="TensorFlow's library for the GPU cannot be fetched (see $fetch_log; BLOCKSPIN_GPU=no does not try)"
        use_cpu
        return
    fi
    use_feature tensorflow-cpu "$gpu_feature"
    # The same numbers every time, and in full single precision, not with ten bits.
    export TF_DETERMINISTIC_OPS="${TF_DETERMINISTIC_OPS:-1}"
    export NVIDIA_TF32_OVERRIDE="${NVIDIA_TF32_OVERRIDE:-0}"
    if [ -n "$no_gpu" ]; then
        say "TensorFlow uses the CPU: $no_gpu"
        # It complains of what was just said.
        export TF_CPP_MIN_LOG_LEVEL="${TF_CPP_MIN_LOG_LEVEL:-3}"
    fi
}

use_cpu() {
    say "TensorFlow uses the CPU: $no_gpu"
    use_feature "$gpu_feature" tensorflow-cpu
}

# The features with the second in the place of the first.
use_feature() {
    BLOCKSPIN_FEATURES=$(echo ",$features," | sed "s/,$1,/,$2,/; s/^,//; s/,\$//")
    export BLOCKSPIN_FEATURES
}

# The coordinates of a feature's only bundle.
read_feature() {
    IFS=: read -r group artifact classifier version <<END
$(sed -n 's/.*"id": *"\([^":]*:[^":]*\):jar\(:[^":]*:[^":]*\)".*/\1\2/p' "$root/features/$1.json")
END
}

library_path() {
    sed -n 's/.*"library-path": *"\([^"]*\)".*/\1/p' "$root/features/$cuda_feature.json"
}

# Fetches the artifact that was read last: what it is called, where it belongs, where the goal of Maven that follows puts
# it. It appears there whole or not at all.
fetch() {
    what=$1 destination=$2 made=$3
    shift 3
    fetch_log=$target/fetch-$artifact.log
    if [ -e "$destination" ]; then return; fi
    if ! lock "fetching-$artifact" download; then
        [ -e "$destination" ]
        return
    elif [ -e "$destination" ]; then
        # It came between the look and the lock.
        unlock
        return
    fi
    say "fetching $what ..."
    maven -N "$@" "-Dartifact=$group:$artifact:$version:jar:$classifier" \
        "-DoutputDirectory=$lock/files" >"$fetch_log" 2>&1 &&
        mkdir -p "$(dirname "$destination")" &&
        mv "$lock/files/$made" "$destination"
    fetched=$?
    unlock
    return $fetched
}
