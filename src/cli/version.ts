/** Version of clearsim, as in package.json (a test holds them equal). */
export const version = '0.1.0';
