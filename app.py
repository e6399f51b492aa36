"""The page: streamlit run app.py."""

import streamlit as st

if __name__ == "__main__":  # a process that solves in the background reads this file, too, and draws nothing
    from optimizer.ui.frame.frame import main

    main()
else:  # the server, which then runs this file for everybody who looks at the page
    from optimizer.ui.frame.front_doors import front_doors

    app = st.App(__file__, routes=front_doors())
