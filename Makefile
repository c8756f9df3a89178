# Names for what dev.py does; `python3 dev.py check` works where there is no make.
.PHONY: demo check bench samples rules-report
demo check bench samples rules-report:
	@python3 dev.py $@
