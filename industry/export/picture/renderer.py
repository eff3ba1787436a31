"""Figures to PNG: warm browsers for everybody, a bounded queue, a thread for each browser.

What is drawn belongs in `figures`, the words in the file in `png_metadata`, keeping pictures in the caller.
Errors are codes with facts; `wording` says them.
"""

from __future__ import annotations

import atexit
import logging
import os
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
    """What a renderer is doing: ``pids`` are its browsers' process groups (of those that run), ``waiting`` the queue's
    length, ``drawn`` pictures and ``started`` browsers so far."""

    pids: tuple[int, ...]
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


@dataclass(eq=False)
class _Hand:
    """What draws one picture at a time: a thread, and the page of its browser while one is up."""

    thread: threading.Thread | None = None
    page: Page | None = None


def for_many() -> Renderer:
    """One for a deck or an edition that a command makes, alone on its machine: two browsers where there are two cores, since
    a browser draws on one. A server shares its cores with those who look: it has one."""
    return Renderer(browsers=min(2, os.cpu_count() or 1))


class Renderer:
    """Draws for any number of threads. A browser starts with the first picture and ends after ``idle``
    seconds without one, at `close` and with the process."""

    def __init__(self, queue: int = 16, limit: float = 20.0, idle: float = 300.0, browsers: int = 1) -> None:
        """``queue``: jobs that may wait beside those that are drawn. ``limit``: seconds that a job may
        wait, and again that each of its two tries may take once the browser is up. ``browsers``: pictures that may be
        drawn at the same time, each by a browser of its own."""
        self._queue, self._limit, self._idle, self.browsers = queue, limit, idle, browsers
        self._change = threading.Condition()
        self._jobs: deque[_Job] = deque()
        self._hands: list[_Hand] = []
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
            self._awake(len(self._jobs))
            self._change.notify_all()
        return self._result(job)

    def warm(self) -> None:
        """Start every thread and browser that wasn't started before, and wait for none: whoever will want
        pictures has something else to do first. What keeps a browser from starting is raised with a picture."""
        with self._change:
            if not self._closing:
                self._awake(self.browsers)

    def status(self) -> Status:
        """What the renderer is doing now."""
        with self._change:
            pids = [hand.page.pid for hand in self._hands if hand.page]
            running = tuple(one for one in pids if one is not None)
            return Status(running, len(self._jobs), self._drawn, self._started)

    def close(self) -> None:
        """End browsers and threads; whoever waits is refused (``closed``). A later `png` starts
        them again."""
        with self._change:
            hands, self._closing = list(self._hands), True
            for hand in hands:
                if hand.page:
                    hand.page.interrupt()
            self._change.notify_all()
        for hand in hands:
            if hand.thread:
                hand.thread.join()
        with self._change:
            self._hands, self._closing = [], False
        atexit.unregister(self.close)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _awake(self, wanted: int) -> None:
        while len(self._hands) < min(wanted, self.browsers):
            if not self._hands:
                atexit.register(self.close)
            hand = _Hand()
            self._hands.append(hand)
            hand.thread = threading.Thread(target=self._work, args=(hand,), name="renderer", daemon=True)
            hand.thread.start()

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

    # What follows runs in a hand's thread.

    def _work(self, hand: _Hand) -> None:
        with self._change:
            early = not self._jobs
        if early:
            try:
                self._begin(hand)
            except (BrowserLost, RendererError):  # the first picture tries again, and tells
                self._end(hand)
        while job := self._next(hand):
            try:
                job.picture.set_result(self._picture(hand, job))
            except RendererError as error:
                job.picture.set_exception(error)
            except Exception as error:  # the thread serves everybody: it outlives any one job
                logging.getLogger(__name__).exception("a picture failed in an unforeseen way")
                job.picture.set_exception(RendererFailed("thread", detail=repr(error)))
        self._end(hand)

    def _next(self, hand: _Hand) -> _Job | None:
        """The next job, as soon as there is one; None when the renderer closes."""
        while True:
            with self._change:
                idle = self._idle if hand.page else None
                some = self._change.wait_for(lambda: self._jobs or self._closing, idle)
                if self._closing:
                    while self._jobs:
                        self._jobs.popleft().picture.set_exception(RendererUnavailable("closed"))
                    return None
                if some:
                    return self._jobs.popleft()
            self._end(hand)

    def _picture(self, hand: _Hand, job: _Job) -> bytes:
        if hand.page and hand.page.pid is None:
            self._end(hand)  # it died while nobody drew
        lost = BrowserLost("died")
        for _ in range(_TRIES):
            try:
                page = hand.page or self._begin(hand)
                picture = page.draw(job.plotly_json, job.size, job.scale, self._limit, job.kind)
            except FigureRefused as refused:
                raise RendererFailed("figure", detail=str(refused)) from refused
            except BrowserLost as error:
                lost = error
                self._end(hand)
                if self._closing:
                    raise RendererUnavailable("closed") from error
                logging.getLogger(__name__).warning("lost the browser: %s %s", error.reason, error.detail)
                continue
            with self._change:
                self._drawn += 1
            return picture
        raise RendererFailed(lost.reason, detail=lost.detail) from lost

    def _begin(self, hand: _Hand) -> Page:
        path = browser.find()
        if path is None:
            raise RendererUnavailable("no_browser", asked=browser.asked(), names=browser.NAMES)
        if browser.chinese_face() is None:
            raise RendererUnavailable("no_font", faces=browser.FACES)
        with self._change:
            if self._closing:
                raise RendererUnavailable("closed")
            page = hand.page = Page(path)  # known before it starts, so that closing can interrupt the start
            self._started += 1
        page.start(_START)
        return page

    def _end(self, hand: _Hand) -> None:
        with self._change:
            page, hand.page = hand.page, None
        if page:
            try:
                page.kill()
            except Exception:  # the next browser must start whatever became of this one
                logging.getLogger(__name__).exception("the browser did not end as it should")
