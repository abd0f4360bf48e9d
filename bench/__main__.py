"""`make bench`: every figure beside its limit."""

from bench import (
    beside_ausweisapp,
    catalogue,
    form,
    load,
    login,
    pace_beside_libeac,
    processes,
    profile_of_sign_in,
)

MEASURED = (
    catalogue,
    form,
    login,
    pace_beside_libeac,
    beside_ausweisapp,
    profile_of_sign_in,
    processes,
    load,
)


def main() -> None:
    for each in MEASURED:
        for figure in each.measure():
            print(figure.line(), flush=True)


if __name__ == "__main__":
    main()
