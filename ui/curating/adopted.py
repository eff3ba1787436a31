"""The last step as it is shown: what will be written, and what was. Writing belongs in ``writing``."""

from __future__ import annotations

from itertools import chain

import streamlit as st

from industry.curation.bench.trying import Tried
from industry.curation.refusal import Refusal
from industry.tables.tables import Tables
from industry.wording import worded
from ui.address import language
from ui.curating import dropping, effect, questions, source, works, writing
from ui.curating import now as tables_of
from ui.curating.said import files, shown, told
from ui.curating.works import Sight, Work

_LINKS = 8
"""Links to the pages where new numbers stand."""


def offer(work: Work, tried: Tried, seen: Sight, tables: Tables | None) -> None:
    """What will be written and kept, and the button that does it: what is ``seen`` here, and nothing else."""
    st.markdown("## " + told("adopting"))
    if not tried.changed:
        st.info(told("nothing_changes"))
        return
    then = tried.then
    names = shown(files(tried.changed, tables))
    whole = told("will_write_whole", names)
    st.markdown(whole if seen.whole is not None else told("will_write", then.new, then.replaced, names))
    if tables is not None and (kept := questions.kept(work, tables)):
        st.markdown(kept)
    st.caption(told("will_keep"))
    if isinstance(work.outcome, Refusal):
        refused(work.outcome)
    st.button(
        told("adopt"),
        type="primary",
        key="adopt",
        icon=":material/check:",
        on_click=writing.ask,
        args=(_adopt, work, seen),
    )


def _adopt(work: Work, seen: Sight) -> None:
    done = writing.adopt(work, seen)
    if isinstance(done, writing.Elsewhere):
        st.session_state[writing.TOLD] = done


def refused(why: Refusal) -> None:
    """Why nothing was written."""
    st.error("\n\n".join(shown(one) for one in why.told(language())))


def show(work: Work) -> None:
    """What was written, how it is taken back, and where the new numbers stand now."""
    sign, done = work.mark(), work.outcome
    if not isinstance(done, writing.Adopted):  # taken back in another tab at this moment
        st.rerun()
    entry = done.entry
    names = shown(files(entry.files, tables_of.now().tables))
    words = (
        told("was_written_whole", names)
        if work.whole is not None
        else told("was_written", entry.rows, entry.replaced, names)
    )
    more = [told("was_merged")] if done.merged else []
    if done.recovered is not None:
        cut_off = done.recovered.change
        more.append(worded("adopting", "recovered", language(), cut_off.at, cut_off.who))
    st.success(
        "\n\n".join([words, told("was_kept", shown(f"history/backups/{entry.backup}")), *more]),
        icon=":material/check_circle:",
    )
    if work.kind == "document" and (of := source.of(work, tables_of.now().tables)) is not None:
        source.put(work, of)
    with st.container(horizontal=True, gap="small"):
        st.button(told("next_file"), type="primary", key="next", on_click=_next, args=(work,))
        st.button(told("undo_this"), key="undo-this", on_click=writing.ask, args=(_undo, work, entry, sign))
    if work.tried is not None and (found := work.tried[1].difference) is not None:
        uses = chain.from_iterable(found.where(one, language()).uses for one in found.numbers if one.after)
        links = dict.fromkeys((one.title, effect.link(one)) for one in uses)
        if links:
            st.markdown(f"**{told('now_stands')}**")
            st.markdown("\n".join(f"- [{shown(title)}]({to})" for title, to in list(links)[:_LINKS]))


def _next(work: Work) -> None:
    if work.adopted:  # else it was taken back in another tab, and is at work again
        works.end(work.id)
    dropping.leave()


def _undo(work: Work, entry: writing.Entry, sign: str) -> None:
    """Back to the rows as they were chosen."""
    done = writing.undo(work, entry, sign)
    if isinstance(done, writing.Adopted):
        names = shown(files(done.entry.files, tables_of.now().tables))
        st.session_state[writing.TOLD] = told("was_undo", entry.at, names)
    else:
        st.session_state[writing.TOLD] = done
