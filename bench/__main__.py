"""`make bench`: every figure beside its limit."""

from bench import catalogue, form, load, login, processes


def main() -> None:
    for measure in (catalogue.measure, form.measure, login.measure, processes.measure, load.measure):
        for figure in measure():
            print(figure.line(), flush=True)


if __name__ == "__main__":
    main()
