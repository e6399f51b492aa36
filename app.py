"""The page: streamlit run app.py."""

if __name__ == "__main__":  # a process that solves in the background reads this file, too, and draws nothing
    from optimizer.ui.frame import main

    main()
