/** To be imported first: functions that fail on purpose say so, and nobody is to read it thousands of times. */
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
for (const level of ['info', 'error'] as const) console[level] = () => {};
