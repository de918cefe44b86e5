"""The command line: it parses, calls the library, prints, and sets the exit code; nothing else here prints or exits.

Exit codes: 0 done (pages that could not be read are listed, not an error), 1 an error that stopped the command, 2 wrong
usage, 3 nothing could be coded, 130 interrupted.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, get_args

import click
import pyarrow as pa
from rich.console import Console

from dragoman import bench
from dragoman.codebooks import load
from dragoman.engines.factory import CoderFactory
from dragoman.engines.local import code_all
from dragoman.engines.run import save
from dragoman.errors import DragomanError
from dragoman.records import Coding, EventType, Modality, Polarity, Rejection
from dragoman.store import EventFilter, Store, coding, events, export
from dragoman.terminal.article import article, legend
from dragoman.terminal.params import examples, first_day, last_day
from dragoman.terminal.progress import watched
from dragoman.terminal.summary import summary
from dragoman.terminal.tables import event_table, plain_lines
from dragoman.version import __version__

NOTHING_CODED, INTERRUPTED = 3, 130
DEFAULT_STORE = "dragoman-store"
SHOWN = 100
"""Events in the table on a terminal, unless --limit says otherwise."""

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Group(click.Group):
    """Turns the errors that we raise on purpose into a message and an exit code, in one place."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except DragomanError as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


@click.group(
    cls=_Group,
    context_settings=_SETTINGS,
    epilog=examples(
        "dragoman code pages/                 code a folder into ./dragoman-store",
        "dragoman events --actor RUS          what Russia did, from ./dragoman-store",
        "dragoman show page.html              one article with what was found marked in it",
    ),
)
@click.version_option(__version__, prog_name="dragoman")
def main() -> None:
    """Read news pages; write who did what to whom, when, where, in what manner and on whose word.

    Exit codes: 0 done, 1 error, 2 wrong usage, 3 nothing could be coded, 130 interrupted.
    """


@main.command(
    epilog=examples(
        "dragoman code page.html",
        "dragoman code articles/ 'archive/2023-*.html.gz' --out my-store",
        "dragoman code corpus.jsonl --workers 4",
    )
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=DEFAULT_STORE,
    show_default=True,
    help="Store to write to; made when missing.",
)
@click.option("--engine", type=click.Choice(["local"]), default="local", show_default=True, help="What runs the coding.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes; the records are the same with any number.",
)
@click.option("--model", type=click.Path(path_type=Path), help="Folder of weights to use instead of the bundled ones.")
@click.option("--codebook", default="plover", show_default=True, help="Name of a bundled codebook, or a file of yours.")
@click.option("--places", type=click.Path(path_type=Path), help="Gazetteer to use instead of the bundled one (places import).")
@click.option("--actors", type=click.Path(path_type=Path), help="Folder of your own actor tables (actors import).")
@click.pass_context
def code(
    ctx: click.Context,
    sources: tuple[str, ...],
    out: Path,
    engine: str,
    workers: int,
    model: Path | None,
    codebook: str,
    places: Path | None,
    actors: Path | None,
) -> None:
    """Code pages into a store: HTML and text files, folders, globs, and tables (JSONL, CSV, Parquet).

    Coding the same pages again changes nothing; what another version of the coder finds replaces what an earlier one found.
    Ctrl-C keeps the batches written so far. So does a fault of Dragoman's own, which stops the run and names the page: leave
    that page out, run the same command again, and report it.
    """
    from dragoman.reading import open_sources  # here: commands that read no page start faster without it

    make = CoderFactory(model=model, codebook=codebook, places=places, actors=actors)
    make.check()
    inputs = partial(open_sources, sources)
    items, store = inputs(), Store(out, create=True)
    start = time.monotonic()
    with watched(_console(stderr=True), inputs) as seen:
        tally = save(code_all(items, make, workers=workers), store, seen=seen)
    _console().print(summary(tally, out, time.monotonic() - start), highlight=False)
    if tally.interrupted:
        ctx.exit(INTERRUPTED)
    if not tally.stories:
        ctx.exit(NOTHING_CODED)


@main.command(
    name="events",
    epilog=examples(
        "dragoman events",
        "dragoman events my-store --actor RUS --recipient USA --since 2021-10",
        "dragoman events --type ASSAULT --modality asserted --format csv --out assaults.csv",
        "dragoman events --format geojson > map.geojson",
    ),
)
@click.argument("store", type=click.Path(path_type=Path), default=DEFAULT_STORE, metavar="[STORE]")
@click.option(
    "--actor", "actors", multiple=True, help="Who acts: country code, actor id or name. May be repeated (any of them)."
)
@click.option("--recipient", "recipients", multiple=True, help="Who is acted on. May be repeated.")
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(get_args(EventType), case_sensitive=False),
    help="Event type.",
    metavar="TYPE",
)
@click.option(
    "--since",
    type=first_day,
    metavar="DATE",
    help="Events that may have happened on this day or later: 2021, 2021-10 or 2021-10-21.",
)
@click.option("--until", type=last_day, metavar="DATE", help="Events that may have happened on this day or earlier.")
@click.option("--sector", "sectors", multiple=True, help="PLOVER sector of an actor or recipient, such as GOV or REB.")
@click.option(
    "--modality",
    multiple=True,
    type=click.Choice(get_args(Modality)),
    help="Whether it happened, was planned, ...",
    metavar="MODALITY",
)
@click.option("--polarity", type=click.Choice(get_args(Polarity)), help="negative: said not to have happened.")
@click.option("--said-by", multiple=True, help="Who it is said by, as --actor; 'story' is the story's own voice.")
@click.option("--story", "stories", multiple=True, help="Id of a story, or its beginning.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Only events at least this sure.")
@click.option("--limit", type=click.IntRange(0), help=f"The first so many by date; a table on a terminal shows {SHOWN}.")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "jsonl", "parquet", "geojson"]), default="table", show_default=True
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="File to write instead of standard output.")
def list_events(store: Path, form: str, out: Path | None, **given: Any) -> None:
    """List the events of a store, by date.

    On a terminal the table is laid out for reading; in a pipe it has one tabbed line an event. Parquet is never written to
    a terminal: give --out FILE.
    """
    if form == "parquet" and out is None and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for terminals. Give --out FILE.")
    found = events(Store(store), EventFilter(**given))
    if form == "table":
        _print_table(found, out, all_of_them=given["limit"] is not None)
        return
    with _opened(out) as stream:
        missing = _WRITERS[form](found, stream)
    if missing:
        click.echo(f"{missing:,} events have no coordinates and are left out.", err=True)


@main.command(epilog=examples("dragoman show 3f2a9c1e", "dragoman show page.html", "dragoman show page.html | less"))
@click.argument("what", metavar="STORY_OR_FILE")
@click.option(
    "--store", type=click.Path(path_type=Path), default=DEFAULT_STORE, show_default=True, help="Where to look for a story."
)
@click.option("--model", type=click.Path(path_type=Path), help="Folder of weights to code a file with.")
@click.option("--codebook", default="plover", show_default=True, help="Codebook to code a file with.")
@click.pass_context
def show(ctx: click.Context, what: str, store: Path, model: Path | None, codebook: str) -> None:
    """Show an article with actors, recipients, evidence and who says so marked in it.

    A story is named by its id or the beginning of it; a file is coded on the fly and not stored.
    """
    console = _console()
    codings = (
        _coded(what, CoderFactory(model=model, codebook=codebook))
        if Path(what).exists()
        else iter([coding(Store(store), what)])
    )
    number = 0
    for number, one in enumerate(codings, 1):
        console.print(legend() if number == 1 else "", article(one, width=console.width), highlight=False, sep="\n")
    if not number:
        ctx.exit(NOTHING_CODED)


@main.command(
    name="bench",
    epilog=examples(
        "dragoman bench plv --data plv-test.jsonl", "dragoman bench speed --data articles.jsonl.gz --stories 200 --json"
    ),
)
@click.argument("name", type=click.Choice(list(bench.BENCHES)))
@click.option("--data", type=click.Path(path_type=Path), required=True, help="File or folder with the data.")
@click.option("--stories", type=click.IntRange(1), help="speed: how many stories to code (500).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of tables.")
def run_bench(name: str, data: Path, stories: int | None, as_json: bool) -> None:
    """Score the coder on a public data set, or measure its speed."""
    if stories is not None and name != "speed":
        raise click.UsageError(f"--stories is for the benchmark speed, not {name}.")
    report = bench.run(name, data, **({} if stories is None else {"stories": stories}))
    if as_json:
        click.echo(json.dumps(report.to_dict(), indent=2, ensure_ascii=False))
    else:
        _console().print(report.table())


@main.group()
def codebook() -> None:
    """Work with codebooks: the event types, modes and contexts that events are coded by."""


@codebook.command(epilog=examples("dragoman codebook check mine.yaml"))
@click.argument("file", metavar="FILE")
def check(file: str) -> None:
    """Check a codebook of yours; what is wrong is named by line, with the mend."""
    found = load(file)
    click.echo(f"{file}: a sound codebook, with {len(found.types)} event types and {len(found.contexts)} contexts.")


@main.group(name="places")
def places_group() -> None:
    """Work with gazetteers: the places that names are resolved to."""


@places_group.command(
    name="import",
    epilog=examples(
        "dragoman places import allCountries.zip --to geonames.npz",
        "dragoman places import UA.zip --to ukraine.npz --classes APLHTS",
        "dragoman code pages/ --places geonames.npz",
    ),
)
@click.argument("dump", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="DUMP")
@click.option(
    "--to", type=click.Path(dir_okay=False, path_type=Path), default="geonames.npz", show_default=True, help="File to write."
)
@click.option("--classes", default="APLHT", show_default=True, help="GeoNames' feature classes to keep.")
@click.option("--people", "least_people", type=click.IntRange(0), default=0, help="Leave out towns with fewer people.")
def import_places(dump: Path, to: Path, classes: str, least_people: int) -> None:
    """Read a dump of GeoNames (a country's, cities15000 or allCountries; ZIP or text) into a gazetteer.

    The dumps lie at https://download.geonames.org/export/dump/ (CC BY 4.0). A faulty line stops the import, named by its
    number, and nothing is written. Names of countries, states and regions that the bundled gazetteer knows are carried over.
    """
    from dragoman.places.importing import import_dump

    console = _console(stderr=True)
    with console.status(f"reading {dump}") as status:
        told = import_dump(
            dump,
            to,
            classes=classes,
            least_people=least_people,
            progress=lambda lines: status.update(f"reading {dump}: {lines:,} lines"),
        )
    click.echo(
        f"{to}: {told.places:,} places with {told.names:,} names, from {told.lines:,} lines; {told.passed_over:,} passed over."
    )


@main.group(name="actors")
def actors_group() -> None:
    """Work with the actor base: who is known, and who was what when."""


@actors_group.command(
    name="find",
    epilog=examples(
        "dragoman actors find Bush --on 2003-04",
        "dragoman actors find Congress --context PER",
        "dragoman actors find Taliban --on 2021-07-01 --json",
    ),
)
@click.argument("name")
@click.option("--on", type=first_day, metavar="DATE", help="As of this day: 2003, 2003-04 or 2003-04-21.")
@click.option("--context", metavar="COUNTRY", help="Code of a country that the story is about.")
@click.option("--actors", type=click.Path(path_type=Path), help="Folder of your own actor tables (actors import).")
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def find_actor(name: str, on: date | None, context: str | None, actors: Path | None, as_json: bool) -> None:
    """Explain a link: whom NAME may stand for, with scores and reasons; * marks whom the coder takes."""
    from dragoman.actors import ActorBase
    from dragoman.actors.finding import find
    from dragoman.terminal.actors import candidates

    base = ActorBase.load(actors)
    if context and context not in base.actors:
        raise DragomanError(f"{context}: no country has this code. Give an ISO 3166-1 alpha-3 code such as PER.")
    told = find(base, name, on, context)
    if as_json:
        click.echo(json.dumps(told.to_dict(), indent=2, ensure_ascii=False))
    else:
        _console().print(candidates(told), highlight=False)


@actors_group.command(
    name="import",
    epilog=examples(
        "dragoman actors import actors.txt --to my-actors",
        "dragoman actors import people.csv --to my-actors --instead",
        "dragoman code pages/ --actors my-actors",
    ),
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("--to", type=click.Path(path_type=Path), default="actors", show_default=True, help="New folder to write.")
@click.option("--instead", is_flag=True, help="The folder stands instead of the bundled actors, not beside them.")
@click.option("--strict", is_flag=True, help="Write nothing when a line is refused.")
@click.option("--all", "all_lines", is_flag=True, help="List every entry, not only the refused ones.")
def import_actors(file: Path, to: Path, instead: bool, strict: bool, all_lines: bool) -> None:
    """Read an actor, agent or discard dictionary of PETRARCH or TABARI, or a CSV, into a folder of actor tables.

    Each refused line is listed with its number and reason; its entry is left out whole. The folder is written whole or not at
    all. A CSV has the columns name and country, and at will aliases, kind, sectors, start, end, role.
    """
    from dragoman.actors import ActorBase
    from dragoman.actors.importing import import_file, write_base
    from dragoman.terminal.actors import notes

    found = import_file(file, ActorBase.load())
    shown = [note for note in found.notes if all_lines or note.outcome == "refused"]
    if shown:
        _console().print(notes(shown), highlight=False)
    count = found.counts()
    told = f"{count['read']:,} entries read, {count['merged']:,} merged with actors we have, {count['refused']:,} lines refused"
    if strict and count["refused"]:
        raise DragomanError(f"{file}: {told}. Nothing was written; mend the lines or leave out --strict.")
    write_base(found, to, instead=instead)
    click.echo(f"{to}: {told}.")


_WRITERS = {"csv": export.to_csv, "jsonl": export.to_jsonl, "parquet": export.to_parquet, "geojson": export.to_geojson}


def _coded(file: str, make: CoderFactory) -> Iterator[Coding]:
    """Code a file's pages; what cannot be read is told on standard error."""
    from dragoman.reading import open_sources

    for outcome in code_all(open_sources([file]), make):
        if isinstance(outcome.result, Rejection):
            click.echo(f"{outcome.location}: {outcome.result.detail}. {outcome.result.mend}", err=True)
        else:
            yield outcome.result


def _print_table(found: pa.Table, out: Path | None, *, all_of_them: bool) -> None:
    console = _console()
    if out is not None or not console.is_terminal:
        with _opened(out) as stream:
            stream.writelines(f"{line}\n".encode() for line in plain_lines(export.rows(found)))
        return
    shown = found if all_of_them else found.slice(0, SHOWN)
    console.print(event_table(export.rows(shown), width=console.width), highlight=False)
    more = f", the first {SHOWN} shown; --limit N shows more" if len(shown) < len(found) else ""
    stories = len(found.column("story_id").unique())
    click.echo(f"{len(found):,} events of {stories:,} stories{more}.")


@contextmanager
def _opened(out: Path | None) -> Iterator[BinaryIO]:
    """Open a file to write bytes to, or standard output."""
    if out is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with out.open("wb") as stream:
            yield stream
    except OSError as error:
        raise DragomanError(f"{out}: could not be written ({error.strerror}). Name another file with --out.") from error


def _console(*, stderr: bool = False) -> Console:
    """Give a console; in a pipe it is as wide as running text, unless COLUMNS says otherwise."""
    piped = not (sys.stderr if stderr else sys.stdout).isatty()
    return Console(stderr=stderr, width=100 if piped and "COLUMNS" not in os.environ else None)
