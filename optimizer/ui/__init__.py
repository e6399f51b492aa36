"""The page where managers, leaders and staff work, in their browser; the only place that knows Streamlit."""
