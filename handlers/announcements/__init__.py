"""Announcements by coordinators: to whom, the preview, the hour, the stop."""
