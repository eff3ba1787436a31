"""Figures to PNG: one warm browser for everybody, a bounded queue, one thread that draws.

What is drawn belongs in `figures`, the words in the file in `png_metadata`, keeping pictures in the caller.
Errors are codes with facts; `wording` says them.
"""

from __future__ import annotations

import atexit
import logging
import threading
from collections import deque
from concurrent.futures import Future
from concurrent.futures import TimeoutError as Expired
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from industry.export.picture import browser
from industry.export.picture.page import BrowserLost, FigureRefused, Page
from industry.figures.compose.canvas import Canvas

_TRIES = 2
_START = 20.0  # seconds that a browser may take to start; a cold disk is no reason to lose a picture
_GRACE = 15.0  # seconds beyond its tries after which the drawing thread itself is given up


class RendererError(Exception):
    """No picture. ``code`` says why, ``facts`` hold what a sentence about it needs."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code, self.facts = code, facts


class RendererBusy(RendererError):
    """``queue_full`` (``waiting``) or ``waited_too_long`` (``seconds``): asking again later may do."""


class RendererUnavailable(RendererError):
    """``no_browser`` (``asked``: what INDUSTRY_BROWSER names, else empty; ``names`` looked for),
    ``no_font`` (``faces`` looked for) or ``closed``."""


class RendererFailed(RendererError):
    """``hung``, ``died`` or ``not_started`` (the browser, twice; ``detail``), ``figure`` (Plotly could not
    draw it; ``detail``), or ``thread`` (ours is stuck)."""


@dataclass(frozen=True)
class Status:
    """What a renderer is doing: ``pid`` is the browser's process group (None: no browser runs),
    ``waiting`` the queue's length, ``drawn`` pictures and ``started`` browsers so far."""

    pid: int | None
    waiting: int
    drawn: int
    started: int


@dataclass(eq=False)
class _Job:
    plotly_json: str
    size: tuple[int, int]
    scale: float
    kind: str
    picture: Future[bytes] = field(default_factory=Future)


class Renderer:
    """Draws for any number of threads. The browser starts with the first picture and ends after ``idle``
    seconds without one, at `close` and with the process."""

    def __init__(self, queue: int = 16, limit: float = 20.0, idle: float = 300.0) -> None:
        """``queue``: jobs that may wait beside the one that is drawn. ``limit``: seconds that a job may
        wait, and again that each of its two tries may take once the browser is up."""
        self._queue, self._limit, self._idle = queue, limit, idle
        self._change = threading.Condition()
        self._jobs: deque[_Job] = deque()
        self._thread: threading.Thread | None = None
        self._page: Page | None = None
        self._closing = False
        self._drawn = self._started = 0

    def svg(self, plotly_json: str, canvas: Canvas) -> bytes:
        """The picture of a figure as SVG, its texts in faces that whoever opens it must have. See `png`."""
        return self._draw(plotly_json, canvas, "svg")

    def pdf(self, plotly_json: str, canvas: Canvas) -> bytes:
        """The picture of a figure as a PDF of one page that is hardly larger than the canvas, its faces inside. See `png`."""
        return self._draw(plotly_json, canvas, "pdf")

    def png(self, plotly_json: str, canvas: Canvas) -> bytes:
        """The picture of a figure (Plotly's JSON: ``data`` and ``layout``), ``int(width × scale)`` by
        ``int(height × scale)`` pixels, RGB on white. Blocks; from any thread.

        Raises RendererBusy, RendererUnavailable or RendererFailed; ValueError for a canvas without height.
        """
        return self._draw(plotly_json, canvas, "png")

    def _draw(self, plotly_json: str, canvas: Canvas, kind: str) -> bytes:
        if canvas.height is None:
            raise ValueError("the canvas has no height: compose the figure first")
        job = _Job(plotly_json, (canvas.width, canvas.height), canvas.scale, kind)
        with self._change:
            if self._closing:
                raise RendererUnavailable("closed")
            if len(self._jobs) >= self._queue:
                raise RendererBusy("queue_full", waiting=len(self._jobs))
            self._jobs.append(job)
            self._awake()
            self._change.notify_all()
        return self._result(job)

    def warm(self) -> None:
        """Start the thread and the browser, unless they were started before, and wait for neither: whoever will want a
        picture has something else to do first. What keeps the browser from starting is raised with the picture."""
        with self._change:
            if not self._closing:
                self._awake()

    def status(self) -> Status:
        """What the renderer is doing now."""
        with self._change:
            page = self._page
            return Status(page.pid if page else None, len(self._jobs), self._drawn, self._started)

    def close(self) -> None:
        """End the browser and the thread; whoever waits is refused (``closed``). A later `png` starts
        them again."""
        with self._change:
            thread, self._closing = self._thread, True
            if self._page:
                self._page.interrupt()
            self._change.notify_all()
        if thread:
            thread.join()
        with self._change:
            self._thread, self._closing = None, False
        atexit.unregister(self.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _awake(self) -> None:
        if self._thread is None:
            thread = threading.Thread(target=self._work, name="renderer", daemon=True)
            thread.start()
            atexit.register(self.close)
            self._thread = thread

    def _result(self, job: _Job) -> bytes:
        try:
            return job.picture.result(self._limit)
        except Expired:
            with self._change:
                if job in self._jobs:
                    self._jobs.remove(job)
                    raise RendererBusy("waited_too_long", seconds=self._limit) from None
        try:
            return job.picture.result(_TRIES * (_START + self._limit) + _GRACE)
        except Expired:
            raise RendererFailed("thread") from None

    # What follows runs in the drawing thread.

    def _work(self) -> None:
        with self._change:
            early = not self._jobs
        if early:
            try:
                self._begin()
            except (BrowserLost, RendererError):  # the first picture tries again, and tells
                self._end()
        while job := self._next():
            try:
                job.picture.set_result(self._picture(job))
            except RendererError as error:
                job.picture.set_exception(error)
            except Exception as error:  # the thread serves everybody: it outlives any one job
                logging.getLogger(__name__).exception("a picture failed in an unforeseen way")
                job.picture.set_exception(RendererFailed("thread", detail=repr(error)))
        self._end()

    def _next(self) -> _Job | None:
        """The next job, as soon as there is one; None when the renderer closes."""
        while True:
            with self._change:
                idle = self._idle if self._page else None
                some = self._change.wait_for(lambda: self._jobs or self._closing, idle)
                if self._closing:
                    while self._jobs:
                        self._jobs.popleft().picture.set_exception(RendererUnavailable("closed"))
                    return None
                if some:
                    return self._jobs.popleft()
            self._end()

    def _picture(self, job: _Job) -> bytes:
        if self._page and self._page.pid is None:
            self._end()  # it died while nobody drew
        lost = BrowserLost("died")
        for _ in range(_TRIES):
            try:
                page = self._page or self._begin()
                picture = page.draw(job.plotly_json, job.size, job.scale, self._limit, job.kind)
            except FigureRefused as refused:
                raise RendererFailed("figure", detail=str(refused)) from refused
            except BrowserLost as error:
                lost = error
                self._end()
                if self._closing:
                    raise RendererUnavailable("closed") from error
                logging.getLogger(__name__).warning("lost the browser: %s %s", error.reason, error.detail)
                continue
            self._drawn += 1
            return picture
        raise RendererFailed(lost.reason, detail=lost.detail) from lost

    def _begin(self) -> Page:
        path = browser.find()
        if path is None:
            raise RendererUnavailable("no_browser", asked=browser.asked(), names=browser.NAMES)
        if browser.chinese_face() is None:
            raise RendererUnavailable("no_font", faces=browser.FACES)
        with self._change:
            if self._closing:
                raise RendererUnavailable("closed")
            page = self._page = Page(path)  # known before it starts, so that closing can interrupt the start
            self._started += 1
        page.start(_START)
        return page

    def _end(self) -> None:
        with self._change:
            page, self._page = self._page, None
        if page:
            try:
                page.kill()
            except Exception:  # the next browser must start whatever became of this one
                logging.getLogger(__name__).exception("the browser did not end as it should")
