"""The panel 导出 below a figure: the files and addresses in which it is taken away, on pages and in the static edition."""
