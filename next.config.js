/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // Every crawler gets complete metadata before </head>: the default list lacks Zalo, Telegram and Viber.
  htmlLimitedBots: /.*/,
};
