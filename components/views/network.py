"""The relay network on the page: from sources through relays to outlets."""

from __future__ import annotations

import streamlit as st

from components import charts, measures
from components.views import downloads
from components.views.drawings import chart, table
from components.views.stamps import stamp
from components.views.timeline import note
from components.views.view import View


def show(view: View) -> None:
    """The streams, their table, what is not counted, and the pictures to take away."""
    st.header("Who passes whose words on", anchor=False)
    desk = view.desk
    by_name = {desk.names.get(id_, id_): family for id_, family in desk.families.items()}
    told = measures.network(view.found, desk.names, desk.families, by_name)
    if not told.links:
        st.caption("No claim is left by the filters. Clear one of them.")
        return
    st.caption("Each claim is counted once, in the colour of the government whose words it is.")
    with st.container(key="network-chart"):
        chart("network", charts.network, told, view.theme, charts.alternative.of_network(told), pickable=False)
    table("The network as a table", "network", charts.links, told)
    downloads.show(
        "Network",
        charts.network,
        told,
        stamp("Who passes whose words on", view, told.left_out, told.claims),
    )
    note(told.left_out)
