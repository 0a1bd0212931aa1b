"""Charts drawn in Word, filled with values: their texts, their cached numbers, the workbook behind them."""
